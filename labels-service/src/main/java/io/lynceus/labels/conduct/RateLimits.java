package io.lynceus.labels.conduct;

/// How fast one user may vote, comment and report, and how many reports weigh more than a comment.
///
/// @param reportsThatHide a comment, until a moderator looks at it; >= 1
public record RateLimits(RateLimit votes, RateLimit comments, RateLimit reports, int reportsThatHide) {
    public RateLimits {
        if (!(reportsThatHide >= 1)) {
            throw new IllegalArgumentException("reports-that-hide must be >= 1: " + reportsThatHide);
        }
    }
}
