package io.credithub.mapping.policy;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.credithub.domain.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// The text of a policy: YAML, of which JSON is a part.
public final class PolicyText {
    private static final ObjectReader READER =
            YAMLMapper.builder()
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                    .build()
                    .reader();

    /// The same bytes on every system: they are what a digest is made of.
    private static final ObjectWriter WRITER =
            JsonMapper.builder()
                    .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                    .build()
                    .writer(
                            new DefaultPrettyPrinter()
                                    .withObjectIndenter(new DefaultIndenter("  ", "\n")));

    private PolicyText() {}

    /// @return a missing node if the text is empty
    public static JsonNode tree(byte[] text) throws IOException {
        try (JsonParser parser = READER.createParser(text)) {
            JsonNode node = READER.readTree(parser);
            if (parser.nextToken() != null) {
                throw new JsonParseException(parser, "a second document follows");
            }
            return node == null ? MissingNode.getInstance() : node;
        }
    }

    /// The one text of a tree whose keys are in order.
    static String canonical(JsonNode tree) {
        try {
            return WRITER.writeValueAsString(tree) + "\n";
        } catch (IOException impossible) { // a string takes whatever it is given
            throw new UncheckedIOException(impossible);
        }
    }

    /// SHA-256, hex.
    public static String digest(String text) {
        return Sha256.hex(text.getBytes(StandardCharsets.UTF_8));
    }
}
