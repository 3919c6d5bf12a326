package org.amanet.staff;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class DestinationTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/desk",
                "/desk/exports",
                "/desk/exports/new?report=0e7c&report=11",
                "/desk?band=P0&after=P1.2026-11-24T21%3A00%3A00Z",
                "/desk/reports/7d9f6a34-51a6-4e2e-9f0f-1f1f9d2f0c11"
            })
    void pagesOfTheDeskAreReached(String ours) {
        assertEquals(ours, Destination.of(ours).uri().toString());
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "https://example.org/desk",
                "//example.org/desk",
                "/\\example.org/desk",
                "/desk//example.org",
                "/desk/../../en/",
                "/desk.example.org",
                "/desk@example.org",
                "/deskexample",
                "/desk/\nSet-Cookie: a=b",
                "/desk/\r\n",
                "/desk#x",
                "/authority",
                "/api/v1/exports",
                "javascript:alert(1)",
                "desk"
            })
    void everythingElseLeadsToTheQueue(String foreign) {
        assertEquals("/desk", Destination.of(foreign).uri().toString());
    }
}
