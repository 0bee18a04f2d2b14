package io.credithub.domain;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.function.Function;

/// The sentences of a room in the two languages: `messages_zh.properties` and
/// `messages_en.properties` on the class path beside its classes, in UTF-8, with the places of
/// [MessageFormat]. They come with the code and are read as classes are; a test holds that both
/// files have every key that is asked for, with the same places, and no other.
public final class MessageBundle {
    private static final Control NO_OTHER_LANGUAGE =
            Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    private final ResourceBundle zh;
    private final ResourceBundle en;

    private MessageBundle(ResourceBundle zh, ResourceBundle en) {
        this.zh = zh;
        this.en = en;
    }

    /// @param room any class of it
    /// @throws java.util.MissingResourceException if the room has no sentences
    public static MessageBundle of(Class<?> room) {
        return new MessageBundle(in(room, Locale.CHINESE), in(room, Locale.ENGLISH));
    }

    private static ResourceBundle in(Class<?> room, Locale language) {
        return ResourceBundle.getBundle(
                room.getPackageName() + ".messages",
                language,
                room.getClassLoader(),
                NO_OTHER_LANGUAGE);
    }

    /// @param values what comes in its places: a [Text] in the language of the sentence, anything
    ///   else as it prints, without commas in its numbers
    /// @throws java.util.MissingResourceException if there is no such sentence
    public Text text(String key, Object... values) {
        return new Text(
                filled(zh.getString(key), Text::zh, values),
                filled(en.getString(key), Text::en, values));
    }

    private static String filled(
            String pattern, Function<Text, String> language, Object... values) {
        Object[] words = new Object[values.length];
        for (int i = 0; i < values.length; i++) {
            words[i] =
                    values[i] instanceof Text text
                            ? language.apply(text)
                            : String.valueOf(values[i]);
        }
        return new MessageFormat(pattern, Locale.ROOT).format(words);
    }
}
