"""Runs first in a folder built without --gpu: what a GPU computes with was left out of it.

PyTorch would find a computer's GPU all the same, and fail at the first convolution.
"""

import os

os.environ["CUDA_VISIBLE_DEVICES"] = ""
