package org.amanet.schemas;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record as a JSON Schema (2020-12): its members, their types and the limits that Bean Validation
 * sets. What it does not know it refuses, so that nothing is published half.
 */
public final class RecordSchema {
    /** Which members must stand. */
    public enum Use {
        /** Sent to us: what is constrained to be there must be; the rest may be left out. */
        SENT,
        /** Written by us: every member stands, and is null where it may be. */
        WRITTEN
    }

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Use use;
    private final ObjectNode definitions = JSON.objectNode();

    private RecordSchema(Use use) {
        this.use = use;
    }

    /** The schema of this record; {@code id} stays the same wherever it is served from. */
    public static ObjectNode of(Class<? extends Record> type, Use use, String id, String title) {
        var made = new RecordSchema(use);
        var schema = JSON.objectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("$id", id);
        schema.put("title", title);
        schema.setAll(made.object(type));
        if (!made.definitions.isEmpty()) {
            schema.set("$defs", made.definitions);
        }
        return schema;
    }

    private ObjectNode object(Class<?> type) {
        var schema = JSON.objectNode().put("type", "object");
        var required = JSON.arrayNode();
        var properties = JSON.objectNode();
        for (RecordComponent member : type.getRecordComponents()) {
            properties.set(member.getName(), member(member));
            if (isRequired(member)) {
                required.add(member.getName());
            }
        }
        schema.set("required", required);
        schema.set("properties", properties);
        return schema.put("additionalProperties", false);
    }

    private boolean isRequired(RecordComponent member) {
        return use == Use.WRITTEN || has(member, NotNull.class) || has(member, NotBlank.class);
    }

    private static boolean has(RecordComponent member, Class<? extends Annotation> annotation) {
        return member.getAnnotatedType().isAnnotationPresent(annotation);
    }

    private ObjectNode member(RecordComponent member) {
        var schema = of(member.getAnnotatedType());
        return has(member, Nullable.class) ? orNull(schema) : schema;
    }

    private static ObjectNode orNull(ObjectNode schema) {
        if (schema.has("type")) {
            var types = JSON.arrayNode().add(schema.get("type")).add("null");
            schema.set("type", types);
            return schema;
        }
        var either = JSON.arrayNode().add(schema).add(JSON.objectNode().put("type", "null"));
        return JSON.objectNode().set("anyOf", either);
    }

    private ObjectNode of(AnnotatedType annotated) {
        var type = annotated.getType();
        if (annotated instanceof AnnotatedParameterizedType generic) {
            return collection((Class<?>) ((ParameterizedType) type).getRawType(), generic);
        }
        if (type == String.class) {
            return text(annotated);
        }
        if (type instanceof Class<?> plain && plain.isEnum()) {
            return JSON.objectNode().set("enum", names(plain));
        }
        if (type instanceof Class<?> plain && plain.isRecord()) {
            return reference(plain);
        }
        return simple(type);
    }

    private static ObjectNode simple(java.lang.reflect.Type type) {
        var schema = JSON.objectNode();
        if (type == boolean.class) {
            return schema.put("type", "boolean");
        }
        if (type == int.class || type == long.class) {
            return schema.put("type", "integer");
        }
        if (type == UUID.class) {
            return schema.put("type", "string").put("format", "uuid");
        }
        if (type == Instant.class) {
            return schema.put("type", "string").put("format", "date-time");
        }
        throw new IllegalArgumentException("no schema for " + type);
    }

    private ObjectNode collection(Class<?> raw, AnnotatedParameterizedType generic) {
        var inside = generic.getAnnotatedActualTypeArguments();
        if (List.class.isAssignableFrom(raw)) {
            var schema = JSON.objectNode().put("type", "array");
            schema.set("items", of(inside[0]));
            limit(schema, generic, "minItems", "maxItems");
            return schema;
        }
        if (Map.class.isAssignableFrom(raw) && inside[0].getType() instanceof Class<?> keys) {
            var schema = JSON.objectNode().put("type", "object");
            var properties = JSON.objectNode();
            names(keys).forEach(name -> properties.set(name.asText(), of(inside[1])));
            schema.set("properties", properties);
            return schema.put("additionalProperties", false);
        }
        throw new IllegalArgumentException("no schema for " + generic);
    }

    private static ObjectNode text(AnnotatedElement annotated) {
        var schema = JSON.objectNode().put("type", "string");
        limit(schema, annotated, "minLength", "maxLength");
        var pattern = annotated.getAnnotation(Pattern.class);
        if (pattern != null) {
            schema.put("pattern", "^(?:" + pattern.regexp() + ")$");
        } else if (annotated.isAnnotationPresent(NotBlank.class)) {
            schema.put("pattern", "\\S");
        }
        return schema;
    }

    private static void limit(ObjectNode schema, AnnotatedElement of, String min, String max) {
        var size = of.getAnnotation(Size.class);
        if (size != null && size.min() > 0) {
            schema.put(min, size.min());
        }
        if (size != null && size.max() < Integer.MAX_VALUE) {
            schema.put(max, size.max());
        }
    }

    private ObjectNode reference(Class<?> type) {
        var name = type.getSimpleName();
        if (!definitions.has(name)) {
            definitions.set(name, JSON.objectNode()); // its place, should it contain itself
            definitions.set(name, object(type));
        }
        return JSON.objectNode().put("$ref", "#/$defs/" + name);
    }

    private static ArrayNode names(Class<?> enumeration) {
        var names = JSON.arrayNode();
        for (Object constant : enumeration.getEnumConstants()) {
            names.add(((Enum<?>) constant).name());
        }
        return names;
    }
}
