"""What a worker process started here loads first: Ctrl-C in the terminal is for who started it.

The signal goes to all processes of a terminal; workers are told by the scheduler what is to be
given up.
"""

import signal

signal.signal(signal.SIGINT, signal.SIG_IGN)
