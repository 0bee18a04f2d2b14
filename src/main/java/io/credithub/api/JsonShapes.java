package io.credithub.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import io.credithub.domain.Credits;
import io.credithub.flow.Hours;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;

/// How values look in JSON: amounts as decimal strings (`"16.00"`), times as RFC 3339, what is
/// absent as absent.
@Singleton
final class JsonShapes implements ObjectMapperCustomizer {
    @Override
    public void customize(ObjectMapper mapper) {
        SimpleModule amounts = new SimpleModule("credit-hub");
        amounts.addSerializer(Credits.class, new ToStringSerializer(Credits.class));
        amounts.addSerializer(Hours.class, new ToStringSerializer(Hours.class));
        mapper.registerModule(amounts);
        mapper.setDefaultPropertyInclusion(JsonInclude.Include.NON_ABSENT);
        mapper.disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
        mapper.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }
}
