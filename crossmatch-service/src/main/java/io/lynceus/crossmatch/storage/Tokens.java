package io.lynceus.crossmatch.storage;

import io.lynceus.crossmatch.source.AssociationOutcome;
import io.lynceus.crossmatch.source.Reassociation;
import java.util.Locale;

/// Names of enum constants as the tables hold them, in lower case.
final class Tokens {
    private Tokens() {}

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    static AssociationOutcome.Kind association(String token) {
        return AssociationOutcome.Kind.valueOf(token.toUpperCase(Locale.ROOT));
    }

    static Reassociation.Kind change(String token) {
        return Reassociation.Kind.valueOf(token.toUpperCase(Locale.ROOT));
    }
}
