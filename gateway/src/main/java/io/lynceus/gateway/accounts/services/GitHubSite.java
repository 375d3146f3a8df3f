package io.lynceus.gateway.accounts.services;

import java.net.URI;
import java.util.Locale;

/// The addresses of github.com, or of an Enterprise Server.
///
/// Source: docs.github.com, *Authorizing OAuth apps*, and of Enterprise Server's REST API *Getting started*.
///
/// @param issuer its address, without a path; accounts are known by it, so it has one form only: small letters, no
///     slash at the end, no port that goes without saying
record GitHubSite(URI issuer) {
    static final URI PUBLIC = URI.create("https://github.com");

    private static final URI PUBLIC_API = URI.create("https://api.github.com");

    GitHubSite {
        issuer = oneForm(issuer);
        if (issuer.getHost() == null
                || !issuer.getRawPath().isEmpty()
                || issuer.getRawQuery() != null
                || issuer.getRawFragment() != null
                || issuer.getRawUserInfo() != null) {
            throw new IllegalArgumentException("must be the address of a GitHub without a path: " + issuer);
        }
    }

    /// An address as accounts are known by it.
    static URI oneForm(URI address) {
        String text = address.toString().replaceAll("/+$", "");
        URI bare = URI.create(text);
        if (bare.getHost() == null || bare.getRawAuthority() == null) {
            return bare;
        }
        String scheme = bare.getScheme().toLowerCase(Locale.ROOT);
        String authority = bare.getRawAuthority().toLowerCase(Locale.ROOT);
        String implied = scheme.equals("https") ? ":443" : ":80";
        String rest = text.substring(text.indexOf("://") + 3 + authority.length());
        return URI.create(scheme + "://"
                + (authority.endsWith(implied)
                        ? authority.substring(0, authority.length() - implied.length())
                        : authority)
                + rest);
    }

    boolean isPublic() {
        return issuer.equals(PUBLIC);
    }

    URI authorize() {
        return URI.create(issuer + "/login/oauth/authorize");
    }

    URI token() {
        return URI.create(issuer + "/login/oauth/access_token");
    }

    /// Address of the API that names the user of a token.
    URI user() {
        return URI.create((isPublic() ? PUBLIC_API : issuer + "/api/v3") + "/user");
    }

    /// The issuer that its redirects name (RFC 9207).
    ///
    /// GitHub does not document it. Source: reports of logins that it broke in 2026, such as
    /// github.com/pytorch/test-infra/pull/8589.
    String issuerOfAnswers() {
        return issuer + "/login/oauth";
    }
}
