"""How each gemeente does by each norm of the policy: judged now, kept per day, explained and followed up."""
