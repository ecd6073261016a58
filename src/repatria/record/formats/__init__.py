"""The C2SP formats, each with `parse` and `format` that undo one another exactly.

This package is the one place that knows them: signed notes and their keys, checkpoints, cosignatures, tiles
and entry bundles, proofs, policies, and the body of an add-checkpoint request. The texts followed are those of
github.com/C2SP/C2SP at 5ba5ee83: signed-note 1.0.0, tlog-checkpoint 1.0.0, tlog-cosignature 1.0.1 (ML-DSA-44 as
in 1.1.0-rc.1), tlog-witness 1.0.0, tlog-tiles 0.1.0, and tlog-proof and tlog-policy, which carry no version yet.
"""
