"""Accuracy, speed and memory of the project beside others'; run from the checkout: `python -m benchmarks.accuracy`."""
