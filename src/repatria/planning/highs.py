"""HiGHS, made to say nothing and to answer alike on every machine."""

import highspy


class _QuietHighs(highspy.Highs):
    """HiGHS without its banner: the ordinary constructor prints one on stdout, where only results belong."""

    def __init__(self) -> None:
        super(highspy.Highs, self).__init__()


def quiet_highs() -> highspy.Highs:
    """Give a solver with one thread and a fixed seed: the same answer whatever the number of cores."""
    solver = _QuietHighs()
    solver.setOptionValue("output_flag", False)
    solver.setOptionValue("threads", 1)
    solver.setOptionValue("random_seed", 0)
    return solver
