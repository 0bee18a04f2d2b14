package io.credithub.app.command;

import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;

/// What the launcher offers beside the server: the commands of the classes that `hub.apart` leads
/// to, a folder. An image of the server has neither.
public final class ApartCommands {
    private ApartCommands() {}

    /// In the order in which their service file names them; none without one.
    public static List<ApartCommand> load() {
        return ServiceLoader.load(ApartCommand.class, loader()).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }

    /// The class path stays the server's, or the cache of a quick start would hold for one of the
    /// two only.
    private static ClassLoader loader() {
        ClassLoader server = ApartCommands.class.getClassLoader();
        String folder = System.getProperty("hub.apart");
        if (folder == null) return server;
        URI address = Path.of(folder).toUri();
        try {
            return new URLClassLoader("apart", new URL[] {address.toURL()}, server);
        } catch (MalformedURLException impossible) {
            throw new IllegalStateException("no address: " + folder, impossible);
        }
    }
}
