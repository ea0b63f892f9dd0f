"""How every graph of the package is run: on one thread, without waiting for work by turning in circles."""

from __future__ import annotations

import onnxruntime


def session(model: bytes) -> onnxruntime.InferenceSession:
    """Open a graph for one core.

    The fused form of adding and normalising is left out: it takes five times as long as the two apart.
    """
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    return onnxruntime.InferenceSession(
        model, options, providers=["CPUExecutionProvider"], disabled_optimizers=["SkipLayerNormFusion"]
    )
