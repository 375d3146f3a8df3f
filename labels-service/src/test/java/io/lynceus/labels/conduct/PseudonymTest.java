package io.lynceus.labels.conduct;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PseudonymTest {
    private static String refusal(String name) {
        return assertThrows(IllegalArgumentException.class, () -> Pseudonym.checked(name))
                .getMessage();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada@example.org", "Ada <ada@mail.example.org>", "@ada@social.example", "ä@b.c"})
    void nameThatLooksLikeAnEMailAddressIsRefusedWithTheFix(String name) {
        assertEquals(
                "user must not look like an e-mail address, for everybody can see it: '" + name
                        + "'; take a pseudonym without @",
                refusal(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada", "Ada L.", "@ada", "ada@home", "50% @ 2.5 keV", "天文"})
    void otherNamesAreTakenAsTheyAre(String name) {
        assertEquals(name, Pseudonym.checked(name));
    }

    @Test
    void nameOfAForgottenVolunteerCannotBeTaken() {
        assertEquals(
                "user must not begin with 'forgotten-', as those do who were forgotten: 'forgotten-1'; take another"
                        + " pseudonym",
                refusal("forgotten-1"));
    }
}
