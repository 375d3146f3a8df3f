package io.lynceus.crossmatch.match;

/// Credit of an association for the entries that it leaves out. They may be one object among themselves; then their
/// coincidence is no chance.
public enum UnrelatedCredit {
    /// Nothing: NWAY's `--ignore-unrelated-associations`.
    NONE,

    /// As NWAY does: where two or more catalogues take no part, the best association among what they have to offer,
    /// if it is more probable than chance. Source: Salvato et al. 2018, appendix B.
    BEST,

    /// All ways in which the entries left out can be one object or several, summed. Exact where objects that
    /// several catalogues have are as common as the sparsest of them; calibrated where [#BEST] is off by several
    /// percent, see docs/crossmatch.md. The order of the catalogues does not matter.
    ALL
}
