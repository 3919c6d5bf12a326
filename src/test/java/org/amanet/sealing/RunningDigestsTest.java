package org.amanet.sealing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

class RunningDigestsTest {
    @Property
    void cutAnywhereAndWrittenDownBetweenIsTheSame(
            @ForAll @Size(max = 600) byte[] content, @ForAll int cut) {
        int at = Math.floorMod(cut, content.length + 1);
        RunningDigests first = RunningDigests.begin();
        first.update(content, 0, at);
        RunningDigests second = RunningDigests.resume(first.state());
        second.update(content, at, content.length - at);

        assertEquals(Digests.hex(Digests.sha256(content)), second.sha256());
        assertEquals(Digests.hex(Digests.sha512(content)), second.sha512());
    }

    @Example
    void askingChangesNothing() {
        RunningDigests digests = RunningDigests.begin();
        byte[] half = new byte[100];
        digests.update(half, 0, half.length);
        digests.sha256();
        digests.sha512();
        digests.update(half, 0, half.length);

        byte[] whole = Arrays.copyOf(half, 200);
        assertEquals(Digests.hex(Digests.sha256(whole)), digests.sha256());
        assertEquals(Digests.hex(Digests.sha512(whole)), digests.sha512());
    }
}
