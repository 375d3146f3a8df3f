package io.lynceus.labels.conduct;

/// Rate limits of votes, comments and reports, and the number of reports that hide a comment.
///
/// @param reportsThatHide number of reports that hide a comment until a moderator decides, >= 1
public record RateLimits(RateLimit votes, RateLimit comments, RateLimit reports, int reportsThatHide) {
    public RateLimits {
        if (!(reportsThatHide >= 1)) {
            throw new IllegalArgumentException("reports-that-hide must be >= 1: " + reportsThatHide);
        }
    }
}
