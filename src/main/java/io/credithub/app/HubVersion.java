package io.credithub.app;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/// The version that the build wrote into the jar.
final class HubVersion implements IVersionProvider {
    @Override
    public String[] getVersion() throws IOException {
        Properties build = new Properties();
        try (InputStream in = HubVersion.class.getResourceAsStream("/hub-build.properties")) {
            build.load(in);
        }
        return new String[] {"Credit Hub " + build.getProperty("version")};
    }
}
