package io.credithub.app.start;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/// The version that the build wrote into the jar.
public final class HubVersion implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"Credit Hub " + number()};
    }

    static String number() {
        Properties build = new Properties();
        try (InputStream in = HubVersion.class.getResourceAsStream("/hub-build.properties")) {
            build.load(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return build.getProperty("version", "");
    }
}
