"""Messages to people, and the work that goes on behind the screens: outbox, schedule, worker."""
