package io.credithub.report.post;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.JSchHostKeyException;
import com.jcraft.jsch.Session;
import com.jcraft.jsch.SftpException;
import io.credithub.flow.subscription.Parcel;
import io.credithub.flow.subscription.SendFailure;
import io.smallrye.mutiny.Uni;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Lays a report down at an SFTP server, as [FolderCourier] does here. The server's key must be one
/// that the operator knows; no other is accepted, and none is learned.
final class SftpCourier implements Courier {
    private static final int SILENCE_MILLIS = 60_000;
    private static final String UNKNOWN_SERVER =
            "服务器的主机密钥与 known-hosts 不符,未投递 · the server's key is not in known-hosts: nothing was"
                    + " sent";
    private static final String NOT_LET_IN = "服务器拒绝登录 · the server does not let the hub in";
    private static final String NO_ANSWER = "SFTP 服务器无应答 · no answer of the SFTP server";
    private static final String NOT_THERE =
            "服务器上没有该文件夹,或不可写 · the folder is not there, or not to be written to";
    private static final String UNWRITTEN =
            "SFTP 服务器未能写入(例如磁盘已满)· the SFTP server could not write it (is its disk full?)";
    private static final String HALF = "服务器上的文件大小不符 · the file at the server has another size";

    private final SftpDoor door;
    private final Credential credential;
    private final Executor workers;

    /// @param folder absolute, at the server
    record SftpDoor(String host, int port, String user, String folder, Path knownHosts) {
        @Override
        public String toString() {
            return "SftpDoor";
        }
    }

    /// How the hub says who it is.
    private interface Credential {
        String method();

        void show(JSch ssh, Session session) throws JSchException;
    }

    private SftpCourier(SftpDoor door, Credential credential, Executor workers) {
        this.door = door;
        this.credential = credential;
        this.workers = workers;
    }

    static SftpCourier byPassword(SftpDoor door, Path file, Executor workers) {
        Credential password =
                new Credential() {
                    @Override
                    public String method() {
                        return "password";
                    }

                    @Override
                    public void show(JSch ssh, Session session) {
                        session.setPassword(new SecretFile(file).read().getBytes(UTF_8));
                    }
                };
        return new SftpCourier(door, password, workers);
    }

    static SftpCourier byKey(SftpDoor door, Path file, Executor workers) {
        Credential key =
                new Credential() {
                    @Override
                    public String method() {
                        return "publickey";
                    }

                    @Override
                    public void show(JSch ssh, Session session) throws JSchException {
                        ssh.addIdentity(file.toString());
                    }
                };
        return new SftpCourier(door, key, workers);
    }

    @Override
    public Uni<String> carry(Parcel parcel, Path file) {
        AtomicReference<@Nullable Session> open = new AtomicReference<>();
        return Uni.createFrom()
                .item(() -> sent(parcel, file, open))
                .runSubscriptionOn(workers)
                .onCancellation()
                .invoke(() -> close(open.get()));
    }

    /// Nobody waits any more: the thread that is at it must write no more either.
    private static void close(@Nullable Session session) {
        if (session != null) session.disconnect();
    }

    private String sent(Parcel parcel, Path file, AtomicReference<@Nullable Session> open) {
        Session session = null;
        try {
            JSch ssh = new JSch();
            ssh.setKnownHosts(door.knownHosts().toString());
            session = ssh.getSession(door.user(), door.host(), door.port());
            open.set(session);
            credential.show(ssh, session);
            session.setConfig("StrictHostKeyChecking", "yes");
            session.setConfig("PreferredAuthentications", credential.method());
            session.setTimeout(SILENCE_MILLIS);
            session.connect(SILENCE_MILLIS);
            lay(session, parcel, file);
            return "renamed";
        } catch (JSchException unreached) {
            throw failure(unreached);
        } catch (SftpException refused) {
            throw failure(refused);
        } catch (IOException unread) {
            throw SendFailure.passing(NO_ANSWER, unread);
        } finally {
            close(session);
        }
    }

    private void lay(Session session, Parcel parcel, Path file)
            throws JSchException, SftpException, IOException {
        ChannelSftp sftp = (ChannelSftp) session.openChannel("sftp");
        try {
            sftp.connect(SILENCE_MILLIS);
            // What an earlier try left would say of this report what was so of that one.
            String manifest = place(parcel.manifestName());
            if (exists(sftp, manifest)) sftp.rm(manifest);
            try (InputStream report = Files.newInputStream(file)) {
                put(sftp, parcel.fileName(), report, parcel.mark().bytes());
            }
            put(sftp, parcel.checksumName(), parcel.checksumLine());
            put(sftp, parcel.manifestName(), parcel.manifest());
        } finally {
            sftp.disconnect();
        }
    }

    private void put(ChannelSftp sftp, String name, String text) throws SftpException {
        byte[] bytes = text.getBytes(UTF_8);
        put(sftp, name, new ByteArrayInputStream(bytes), bytes.length);
    }

    private void put(ChannelSftp sftp, String name, InputStream content, long bytes)
            throws SftpException {
        String place = place(name);
        String part = place + ".part";
        sftp.put(content, part, ChannelSftp.OVERWRITE);
        if (sftp.stat(part).getSize() != bytes) throw SendFailure.passing(HALF);
        try {
            sftp.rename(part, place);
        } catch (SftpException isThere) {
            // A server that renames over nothing: what an earlier try left makes room first.
            if (!exists(sftp, place)) throw isThere;
            sftp.rm(place);
            sftp.rename(part, place);
        }
    }

    private String place(String name) {
        return door.folder().replaceAll("/+$", "") + "/" + name;
    }

    private static boolean exists(ChannelSftp sftp, String place) {
        try {
            sftp.lstat(place);
            return true;
        } catch (SftpException isNot) {
            return false;
        }
    }

    private static SendFailure failure(JSchException unreached) {
        if (unreached instanceof JSchHostKeyException) return SendFailure.lasting(UNKNOWN_SERVER);
        String words = String.valueOf(unreached.getMessage()).toLowerCase(Locale.ROOT);
        // "Auth fail for methods …", "Auth cancel …", "Partial authentication …"
        boolean isRefused = words.startsWith("auth ") || words.startsWith("partial auth");
        return isRefused
                ? SendFailure.lasting(NOT_LET_IN)
                : SendFailure.passing(NO_ANSWER, unreached);
    }

    private static SendFailure failure(SftpException refused) {
        return switch (refused.id) {
            case ChannelSftp.SSH_FX_NO_SUCH_FILE, ChannelSftp.SSH_FX_PERMISSION_DENIED ->
                    SendFailure.lasting(NOT_THERE);
            case ChannelSftp.SSH_FX_FAILURE -> SendFailure.passing(UNWRITTEN, refused);
            default -> SendFailure.passing(NO_ANSWER, refused);
        };
    }
}
