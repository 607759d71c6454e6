"""A process that starts a worker beside itself, as the web server of a demo does, and then does nothing."""

import time

from leidraad.project.opdrachten.werker import start_ernaast

if __name__ == "__main__":
    start_ernaast()
    time.sleep(60)
