"""The ten claims in order, each with the function that finds out about it."""

from __future__ import annotations

from collections.abc import Callable

from engine.study.compression_claim import compresses_better
from engine.study.domain_claim import domains_apart
from engine.study.evidence import Evidence
from engine.study.feature_claims import (
    features_flatter,
    less_overlap,
    upper_layers_sparse,
    weights_move,
)
from engine.study.training_claims import (
    few_iterations,
    frozen_does_badly,
    many_iterations,
    over_fits,
)
from engine.study.values import Finding

JUDGES: tuple[Callable[[Evidence], Finding], ...] = (
    domains_apart,
    over_fits,
    many_iterations,
    few_iterations,
    weights_move,
    upper_layers_sparse,
    features_flatter,
    less_overlap,
    frozen_does_badly,
    compresses_better,
)
