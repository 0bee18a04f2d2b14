package io.credithub.flow.erasure;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.credithub.domain.completion.Completed;
import io.credithub.domain.completion.Completion;
import io.credithub.domain.completion.IdDocument;
import io.credithub.domain.completion.TeacherRef;
import io.credithub.flow.teacher.IdProtection;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Recognises persons by the keyed hashes of their numbers and documents, in whatever names them:
/// whoever searches need not know the numbers. For one thread.
public final class PersonTraces {
    /// Shorter ones are hours and years as often as they are anybody's number.
    private static final int WORD_LENGTH_MIN = 6;

    private static final int WORD_LENGTH_MAX = 64;
    private static final int KNOWN_MAX = 100_000;

    private static final Pattern WORDS = Pattern.compile("[A-Za-z0-9]+");

    /// With what stands between letters and digits on some documents.
    private static final Pattern WIDE_WORDS = Pattern.compile("[A-Za-z0-9()/-]+");

    private final Set<UUID> hashes;
    private final IdProtection ids;
    private final Cache<String, Boolean> known =
            Caffeine.newBuilder().maximumSize(KNOWN_MAX).build();

    /// @param hashes of numbers and documents
    public PersonTraces(Set<UUID> hashes, IdProtection ids) {
        this.hashes = Set.copyOf(hashes);
        this.ids = ids;
    }

    /// Whether one of them is who a record says its teacher is.
    public boolean areIn(Completion completion) {
        return completion instanceof Completed completed && isOne(completed.teacher());
    }

    private boolean isOne(TeacherRef teacher) {
        String number = teacher.teacherNo();
        IdDocument document = teacher.idDocument();
        return (number != null && hashes.contains(ids.lookup(number)))
                || (document != null && hashes.contains(ids.lookup(document)));
    }

    /// Whether the text is or holds a number of one of them.
    public boolean areIn(String text) {
        return isOne(text.strip())
                || (text.length() <= 2 * WORD_LENGTH_MAX && isOne(IdDocument.written(text)))
                || areIn(text, WORDS)
                || areIn(text, WIDE_WORDS);
    }

    private boolean areIn(String text, Pattern words) {
        Matcher word = words.matcher(text);
        while (word.find()) if (isOne(word.group())) return true;
        return false;
    }

    private boolean isOne(String word) {
        boolean isNumber = word.length() >= WORD_LENGTH_MIN && word.length() <= WORD_LENGTH_MAX;
        if (!isNumber) return false;
        return known.get(word, this::isHashed);
    }

    private boolean isHashed(String word) {
        if (hashes.contains(ids.lookup(word))) return true;
        String number = IdDocument.written(word);
        for (IdDocument.Type type : IdDocument.Type.values()) {
            if (hashes.contains(ids.lookup(new IdDocument(type, number)))) return true;
        }
        return false;
    }
}
