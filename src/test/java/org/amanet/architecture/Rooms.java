package org.amanet.architecture;

import static java.util.stream.Collectors.joining;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The plan of the house: the rows of rooms, the uppermost first, and which room may import which. A
 * change here is a decision; the code follows.
 */
public final class Rooms {
    public static final String ROOT = "org.amanet";

    private final List<List<String>> rows;
    private final Map<String, Set<String>> mayImport;

    private Rooms(List<List<String>> rows, Map<String, Set<String>> mayImport) {
        this.rows = rows;
        this.mayImport = mayImport;
    }

    public static Rooms ofAmanet() {
        var table = new LinkedHashMap<String, Set<String>>();
        table.put("intake", of("reports staff codes http languages problems sealing"));
        table.put("inbox", of("reports evidence audit codes http languages problems sealing"));
        table.put(
                "desk",
                of("reports evidence dossiers notices staff audit codes languages http problems"));
        table.put(
                "exports",
                of("reports evidence notices staff audit codes languages problems sealing"));
        table.put("alarms", of("reports staff audit languages problems sealing"));
        table.put("web", of("languages problems"));
        table.put("evidence", of("reports staff http languages problems sealing"));
        table.put("dossiers", of("reports staff audit codes problems sealing"));
        table.put("links", of("reports staff audit codes languages problems sealing"));
        table.put("reports", of("notices staff audit codes languages problems sealing"));
        table.put("notices", of("staff audit languages problems sealing"));
        table.put("staff", of("audit languages problems sealing"));
        table.put("audit", of("sealing"));
        table.put("codes", of("languages"));
        table.put("http", of("problems"));
        table.put("problems", of("languages"));
        table.put("languages", of(""));
        table.put("sealing", of(""));
        return new Rooms(
                List.of(
                        List.of("intake", "inbox", "desk", "exports", "alarms", "web"),
                        List.of("evidence", "dossiers", "links"),
                        List.of("reports"),
                        List.of("notices"),
                        List.of("staff"),
                        List.of("audit", "codes"),
                        List.of("http"),
                        List.of("problems"),
                        List.of("languages", "sealing")),
                table);
    }

    static Rooms of(List<List<String>> rows, Map<String, String> mayImport) {
        var table = new LinkedHashMap<String, Set<String>>();
        mayImport.forEach((room, others) -> table.put(room, of(others)));
        return new Rooms(rows, table);
    }

    private static Set<String> of(String rooms) {
        return rooms.isEmpty() ? Set.of() : new LinkedHashSet<>(List.of(rooms.split(" ")));
    }

    /** The room of a class: the first word of its package after {@code org.amanet}, or nothing. */
    static String roomOf(JavaClass javaClass) {
        return roomOf(javaClass.getPackageName());
    }

    static String roomOf(String packageName) {
        return packageName.startsWith(ROOT + ".")
                ? packageName.substring(ROOT.length() + 1).split("\\.")[0]
                : "";
    }

    /** What in the code or in the plan is not as it should be; each a sentence. */
    Collection<String> faults(Collection<JavaClass> classes, Sources sources) {
        var faults = new TreeSet<String>();
        planFaults(faults);
        var used = arrows(classes, sources);
        for (JavaClass javaClass : classes) {
            var room = roomOf(javaClass);
            if (!room.isEmpty() && !mayImport.containsKey(room)) {
                faults.add("room " + room + " is not in the plan");
            }
        }
        used.forEach(
                (arrow, example) -> {
                    if (!mayImport.getOrDefault(arrow.from(), Set.of()).contains(arrow.to())) {
                        faults.add(arrow + " is not in the plan: " + example);
                    }
                });
        mayImport.forEach(
                (from, others) ->
                        others.stream()
                                .map(to -> new Arrow(from, to))
                                .filter(arrow -> !used.containsKey(arrow))
                                .forEach(arrow -> faults.add(arrow + " is used by nobody")));
        return faults;
    }

    private void planFaults(Collection<String> faults) {
        var placed = rows.stream().flatMap(List::stream).toList();
        if (!Set.copyOf(placed).equals(mayImport.keySet())) {
            faults.add("rows and table name different rooms");
        }
        mayImport.forEach(
                (from, others) ->
                        others.stream()
                                .filter(to -> rowOf(to) <= rowOf(from))
                                .forEach(
                                        to ->
                                                faults.add(
                                                        new Arrow(from, to)
                                                                + " does not lead down")));
    }

    private int rowOf(String room) {
        for (int row = 0; row < rows.size(); row++) {
            if (rows.get(row).contains(room)) {
                return row;
            }
        }
        return -1;
    }

    private static Map<Arrow, String> arrows(Collection<JavaClass> classes, Sources sources) {
        var arrows = new LinkedHashMap<Arrow, String>();
        for (JavaClass javaClass : classes) {
            for (Dependency dependency : javaClass.getDirectDependenciesFromSelf()) {
                var from = roomOf(javaClass);
                var to = roomOf(dependency.getTargetClass());
                var inside = dependency.getTargetClass().getPackageName().startsWith(ROOT);
                if (inside && !from.isEmpty() && !from.equals(to)) {
                    arrows.putIfAbsent(new Arrow(from, to), dependency.getDescription());
                }
            }
        }
        // Constants leave no trace in the bytecode; their imports do in the source.
        sources.imports()
                .forEach(
                        named -> {
                            var arrow = new Arrow(named.fromRoom(), named.toRoom());
                            if (!arrow.from().isEmpty() && !arrow.from().equals(arrow.to())) {
                                arrows.putIfAbsent(arrow, named.toString());
                            }
                        });
        return arrows;
    }

    /** The plan as a page shows it. */
    public String asMarkdown(Function<String, String> purposeOf) {
        var lines = new ArrayList<String>();
        lines.add("```");
        rows.forEach(row -> lines.add(String.join("   ", row)));
        lines.add("```");
        lines.add("");
        lines.add("| room | may import | what it is for |");
        lines.add("| --- | --- | --- |");
        mayImport.forEach(
                (room, others) ->
                        lines.add(
                                "| `%s` | %s | %s |"
                                        .formatted(
                                                room,
                                                others.isEmpty()
                                                        ? "-"
                                                        : others.stream()
                                                                .map(other -> "`" + other + "`")
                                                                .collect(joining(" ")),
                                                purposeOf.apply(room))));
        return String.join("\n", lines) + "\n";
    }

    private record Arrow(String from, String to) {
        @Override
        public String toString() {
            return from + " -> " + (to.isEmpty() ? ROOT : to);
        }
    }
}
