package io.credithub.reading;

import io.credithub.flow.reading.Envelopes;
import io.credithub.flow.reading.PageEnvelope;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Takes pages apart at the brackets at which [ChunkReading] reads them.
@ApplicationScoped
public class PageEnvelopes implements Envelopes {
    @Override
    public Optional<PageEnvelope> open(byte[] page, @Nullable String pointer) {
        int mark = CharsetChoice.markIn(page);
        PageArray array = PageArray.find(page, mark, pointer == null ? "" : pointer);
        if (array == null || !array.isClosed()) return Optional.empty();
        int from = array.from();
        int to = array.to() - 1;
        byte[] around = Arrays.copyOfRange(page, mark, page.length - (to - from));
        System.arraycopy(page, to, around, from - mark, page.length - to);
        while (from < to && RecordScanner.isBlank(page[from])) from++;
        while (from < to && RecordScanner.isBlank(page[to - 1])) to--;
        return Optional.of(new PageEnvelope(around, Arrays.copyOfRange(page, from, to)));
    }
}
