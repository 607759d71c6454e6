"""The norms of the policy, and what it takes to judge one: a population and a shortfall, or a statement."""
