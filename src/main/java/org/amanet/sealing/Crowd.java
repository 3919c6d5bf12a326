package org.amanet.sealing;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/** Those who wait, each lane in a line of its own; the lanes take turns. Not safe for threads. */
final class Crowd<T> {
    private final SequencedMap<String, Deque<T>> lanes = new LinkedHashMap<>();
    private int size;

    int size() {
        return size;
    }

    /** How many wait in this lane. */
    int size(String lane) {
        Deque<T> line = lanes.get(lane);
        return line == null ? 0 : line.size();
    }

    /** How many wait in the longest line. */
    int longest() {
        return lanes.values().stream().mapToInt(Deque::size).max().orElse(0);
    }

    void add(String lane, T one) {
        lanes.computeIfAbsent(lane, name -> new ArrayDeque<>()).addLast(one);
        size++;
    }

    /** Whether it was still there. */
    boolean remove(String lane, T one) {
        Deque<T> line = lanes.get(lane);
        if (line == null || !line.remove(one)) {
            return false;
        }
        size--;
        if (line.isEmpty()) {
            lanes.remove(lane);
        }
        return true;
    }

    /** The first of the lane whose turn it is; that lane then comes last. */
    T next() {
        Map.Entry<String, Deque<T>> lane = lanes.firstEntry();
        Deque<T> line = lane.getValue();
        lanes.remove(lane.getKey());
        T first = line.removeFirst();
        if (!line.isEmpty()) {
            lanes.put(lane.getKey(), line);
        }
        size--;
        return first;
    }

    /** The last of the longest line. */
    T lastOfLongest() {
        Map.Entry<String, Deque<T>> lane =
                lanes.entrySet().stream()
                        .max(Comparator.comparingInt(entry -> entry.getValue().size()))
                        .orElseThrow();
        T last = lane.getValue().removeLast();
        if (lane.getValue().isEmpty()) {
            lanes.remove(lane.getKey());
        }
        size--;
        return last;
    }
}
