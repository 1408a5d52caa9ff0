"""The trial: everything that may go wrong is made to go wrong, from a seed, and what failed is said.

    python -m benchmarks.faults [PART ...] [--short] [--seed S] [--out DIR]

Parts: kills, images, hostile, disk, monkey, closings, together, offline. Each prints what was tried
and what failed; the exit code is 1 if anything did. docs/reliability.md has the figures.
"""
