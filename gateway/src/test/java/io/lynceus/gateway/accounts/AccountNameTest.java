package io.lynceus.gateway.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountNameTest {
    @ParameterizedTest
    @ValueSource(strings = {"ada", "Ada.Lovelace", "x-ray_42", "Hélène", "Muñoz"})
    void pseudonymsOfLatinLettersAreTaken(String name) {
        assertEquals(name, new AccountName(name).text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ab",
                " ada",
                "ada ",
                "a b c",
                ".ada",
                "ada@example.org",
                "<script>alert(1)</script>",
                "'; DROP TABLE accounts; --",
                "../../etc/passwd",
                "ada\0",
                "ada\n",
                "аda",
                "guest-abc",
                "Forgotten-1",
                "12345678901234567890123456789012345678901"
            })
    void whatIsNoPseudonymIsRefused(String name) {
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> new AccountName(name));
        assertTrue(String.valueOf(refused.getMessage()).startsWith("name must "), refused::getMessage);
    }

    @Test
    void namesThatLookAlikeAreOne() {
        assertEquals(new AccountName("ada").key(), new AccountName("ADA").key());
        assertEquals(new AccountName("Hélène").text(), new AccountName("He\u0301le\u0300ne").text());
        assertEquals("ada", new AccountName("\uFF41\uFF44\uFF41").text());
    }
}
