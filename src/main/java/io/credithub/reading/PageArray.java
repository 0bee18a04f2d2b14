package io.credithub.reading;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Where the array of records lies in a page: from behind its opening bracket up to and with its
/// closing one. An element that is not JSON does not hide the others.
record PageArray(int from, int to, boolean isClosed) {
    private static final JsonFactory FACTORY = new JsonFactory();

    /// @param pointer through objects only
    /// @return null where the page has no array there
    static @Nullable PageArray find(byte[] page, int from, String pointer) {
        try (JsonParser parser = FACTORY.createParser(page, from, page.length - from)) {
            JsonPointer rest = JsonPointer.compile(pointer);
            JsonToken token = parser.nextToken();
            while (!rest.matches() && token == JsonToken.START_OBJECT) {
                if (!enter(parser, rest.getMatchingProperty())) return null;
                token = parser.currentToken();
                rest = rest.tail();
            }
            if (!rest.matches() || token != JsonToken.START_ARRAY) return null;
            int start = from + Math.toIntExact(parser.currentTokenLocation().getByteOffset()) + 1;
            int closed = ArrayScanner.closing(page, start);
            return new PageArray(start, closed < 0 ? page.length : closed, closed >= 0);
        } catch (IOException notJson) {
            return null;
        }
    }

    private static boolean enter(JsonParser parser, String name) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            boolean isIt = parser.currentName().equals(name);
            parser.nextToken();
            if (isIt) return true;
            parser.skipChildren();
        }
        return false;
    }
}
