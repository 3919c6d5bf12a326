package org.amanet.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;

/**
 * Says in the schemas what the records say: patterns match the whole text, and in an answer every
 * member stands, null only where it may be null.
 */
final class ApiSchemas {
    private static final DotName NULLABLE =
            DotName.createSimple("org.jspecify.annotations.Nullable");
    private static final DotName LEFT_OUT = DotName.createSimple(JsonInclude.class);
    private static final DotName LIST = DotName.createSimple(List.class);
    private static final String NOT_BLANK = "\\S";
    private static final String REFERENCE = "#/components/schemas/";

    private final IndexView index;

    ApiSchemas(IndexView index) {
        this.index = index;
    }

    static Schema ref(String name) {
        return OASFactory.createSchema().ref(name);
    }

    void complete(OpenAPI api) {
        var schemas = api.getComponents().getSchemas();
        schemas.values().forEach(schema -> all(schema).forEach(ApiSchemas::anchor));
        var sent = sent(api);
        records()
                .forEach(
                        (name, type) -> {
                            var schema = schemas.get(name);
                            if (schema != null && !sent.contains(name)) {
                                answered(schema, type);
                            }
                        });
    }

    /** Records of ours whose simple name nobody shares, by that name. */
    private Map<String, ClassInfo> records() {
        var byName = new HashMap<String, ClassInfo>();
        var shared = new HashSet<String>();
        for (ClassInfo type : index.getKnownClasses()) {
            if (type.isRecord() && type.name().toString().startsWith("org.amanet.")) {
                var other = byName.put(type.simpleName(), type);
                if (other != null && !other.name().equals(type.name())) {
                    shared.add(type.simpleName());
                }
            }
        }
        byName.keySet().removeAll(shared);
        return byName;
    }

    private static void answered(Schema schema, ClassInfo type) {
        for (RecordComponentInfo member : type.recordComponents()) {
            var properties = schema.getProperties();
            var property = properties == null ? null : properties.get(member.name());
            var leftOut = type.hasDeclaredAnnotation(LEFT_OUT) && mayBeEmpty(member);
            if (property == null || leftOut) {
                continue;
            }
            if (schema.getRequired() == null || !schema.getRequired().contains(member.name())) {
                schema.addRequired(member.name());
            }
            if (member.type().hasAnnotation(NULLABLE)) {
                schema.addProperty(member.name(), orNull(property));
            }
        }
    }

    private static boolean mayBeEmpty(RecordComponentInfo member) {
        return member.type().hasAnnotation(NULLABLE) || member.type().name().equals(LIST);
    }

    private static Schema orNull(Schema schema) {
        if (schema.getRef() == null && schema.getType() != null) {
            return schema.addType(Schema.SchemaType.NULL);
        }
        var nothing = OASFactory.createSchema().addType(Schema.SchemaType.NULL);
        return OASFactory.createSchema().anyOf(List.of(schema, nothing));
    }

    /** Names of all schemas that some request is made of. */
    private static Set<String> sent(OpenAPI api) {
        var waiting = new ArrayDeque<Schema>();
        api.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream())
                .map(Operation::getRequestBody)
                .filter(Objects::nonNull)
                .flatMap(body -> body.getContent().getMediaTypes().values().stream())
                .forEach(media -> waiting.add(media.getSchema()));
        var names = new HashSet<String>();
        while (!waiting.isEmpty()) {
            all(waiting.remove())
                    .map(Schema::getRef)
                    .filter(ref -> ref != null && names.add(ref.substring(REFERENCE.length())))
                    .map(
                            ref ->
                                    api.getComponents()
                                            .getSchemas()
                                            .get(ref.substring(REFERENCE.length())))
                    .forEach(waiting::add);
        }
        return names;
    }

    /** Bean Validation matches whole texts; JSON Schema finds a pattern anywhere. */
    private static void anchor(Schema schema) {
        var pattern = schema.getPattern();
        if (pattern != null && !pattern.startsWith("^") && !pattern.equals(NOT_BLANK)) {
            schema.setPattern("^(?:" + pattern + ")$");
        }
    }

    private static Stream<Schema> all(Schema schema) {
        var inside = new ArrayList<Schema>();
        if (schema.getProperties() != null) {
            inside.addAll(schema.getProperties().values());
        }
        if (schema.getItems() != null) {
            inside.add(schema.getItems());
        }
        if (schema.getAdditionalPropertiesSchema() != null) {
            inside.add(schema.getAdditionalPropertiesSchema());
        }
        return Stream.concat(Stream.of(schema), inside.stream().flatMap(ApiSchemas::all));
    }
}
