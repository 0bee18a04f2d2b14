package io.credithub.api.parameter;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.MutableCoercionConfig;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.credithub.domain.Credits;
import io.credithub.flow.delivery.Hours;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.List;

/// How values look in JSON: amounts as decimal strings (`"16.00"`), times as RFC 3339, what is
/// absent as absent. What comes in is taken as it stands or refused: nothing is cut, guessed or
/// silently left out.
@Singleton
final class JsonShapes implements ObjectMapperCustomizer {
    private static final List<CoercionInputShape> SCALARS =
            List.of(
                    CoercionInputShape.Integer,
                    CoercionInputShape.Float,
                    CoercionInputShape.Boolean);

    @Override
    public void customize(ObjectMapper mapper) {
        SimpleModule amounts = new SimpleModule("credit-hub");
        amounts.addSerializer(Credits.class, new ToStringSerializer(Credits.class));
        amounts.addSerializer(Hours.class, new ToStringSerializer(Hours.class));
        takeExactly(amounts);
        mapper.registerModule(amounts);
        mapper.setDefaultPropertyInclusion(JsonInclude.Include.NON_ABSENT);
        mapper.disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
        beStrict(mapper);
    }

    private static void takeExactly(SimpleModule module) {
        module.addDeserializer(
                Integer.class, new WholeNumber<>(Integer.class, BigDecimal::intValueExact));
        module.addDeserializer(
                int.class, new WholeNumber<>(Integer.class, BigDecimal::intValueExact));
        module.addDeserializer(
                Long.class, new WholeNumber<>(Long.class, BigDecimal::longValueExact));
        module.addDeserializer(
                long.class, new WholeNumber<>(Long.class, BigDecimal::longValueExact));
        module.addDeserializer(BigDecimal.class, new ExactNumber());
    }

    private static void beStrict(ObjectMapper mapper) {
        mapper.enable(
                DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS);
        mapper.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
        for (LogicalType type : List.of(LogicalType.Textual, LogicalType.Boolean)) {
            MutableCoercionConfig coercion = mapper.coercionConfigFor(type);
            for (CoercionInputShape shape : SCALARS) {
                coercion.setCoercion(shape, CoercionAction.Fail);
            }
        }
        mapper.coercionConfigFor(LogicalType.Boolean)
                .setCoercion(CoercionInputShape.String, CoercionAction.Fail);
    }
}
