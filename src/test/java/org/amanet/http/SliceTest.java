package org.amanet.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class SliceTest {
    private static final List<Integer> ROWS = IntStream.range(0, 57).boxed().toList();

    /**
     * What a keyset query gives: so many rows after a key, and one more to see whether there are.
     */
    private static Slice<Integer> page(String after, int limit) {
        int from = after == null ? 0 : Integer.parseInt(after) + 1;
        List<Integer> rows = ROWS.subList(from, Math.min(ROWS.size(), from + limit + 1));
        return Slice.of(rows, limit, row -> Integer.toString(row));
    }

    @Property
    void walkingByKeyShowsEveryRowOnce(@ForAll @IntRange(min = 1, max = 60) int limit) {
        List<Integer> seen = new ArrayList<>();
        String after = null;
        do {
            Slice<Integer> slice = page(after, limit);
            assertTrue(slice.items().size() <= limit);
            seen.addAll(slice.items());
            after = slice.next();
        } while (after != null);
        assertEquals(ROWS, seen);
    }

    @Example
    void thereIsNoNextPageWhereNothingFollows() {
        assertNull(page(null, 57).next());
        assertEquals("55", page(null, 56).next());
        assertNull(Slice.of(List.<Integer>of(), 5, Object::toString).next());
    }

    @Example
    void theLimitIsWithinWhatWeAllow() {
        assertEquals(Slice.ROWS_DEFAULT, Slice.limit(null));
        assertEquals(1, Slice.limit(0));
        assertEquals(1, Slice.limit(Integer.MIN_VALUE));
        assertEquals(7, Slice.limit(7));
        assertEquals(Slice.ROWS_MAX, Slice.limit(Integer.MAX_VALUE));
    }

    @Example
    void mappingKeepsTheNextPage() {
        Slice<String> mapped = page(null, 2).map(row -> "row " + row);
        assertEquals(List.of("row 0", "row 1"), mapped.items());
        assertEquals("1", mapped.next());
        assertThrows(UnsupportedOperationException.class, () -> mapped.items().add("x"));
    }

    @Example
    void theAnswerLinksToTheNextPageAndKeepsTheFilters() {
        UriInfo asked = asked("http://host.example/api/v1/desk/reports?band=P0&after=9&limit=2");
        String link = page("9", 2).answer(asked).getHeaderString("Link");
        assertTrue(link.startsWith("</api/v1/desk/reports?"), link);
        assertTrue(link.endsWith(">; rel=\"next\""), link);
        assertTrue(link.contains("band=P0") && link.contains("limit=2"), link);
        assertTrue(link.contains("after=11") && !link.contains("after=9"), link);
        assertNull(page("54", 2).answer(asked).getHeaderString("Link"));
    }

    @Example
    void theKeyIsInTheLinkAndNotInTheBody() throws Exception {
        assertEquals("{\"items\":[0,1]}", new ObjectMapper().writeValueAsString(page(null, 2)));
    }

    /** Knows the one thing that is asked of it. */
    private static UriInfo asked(String uri) {
        return (UriInfo)
                Proxy.newProxyInstance(
                        SliceTest.class.getClassLoader(),
                        new Class<?>[] {UriInfo.class},
                        (proxy, method, arguments) -> {
                            assertEquals("getRequestUriBuilder", method.getName());
                            return UriBuilder.fromUri(uri);
                        });
    }
}
