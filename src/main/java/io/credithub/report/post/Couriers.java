package io.credithub.report.post;

import io.credithub.flow.subscription.DispatchTarget.TargetKind;
import io.credithub.report.post.ConfiguredTargets.TargetKeys;
import io.credithub.report.post.SftpCourier.SftpDoor;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Executor;

/// Makes the courier of each target, of settings that are checked: what would only fail at the
/// first report stops the start.
final class Couriers {
    private final DeliveryConfig config;
    private final Vertx vertx;
    private final Executor workers;
    private final InstantSource clock;

    Couriers(DeliveryConfig config, Vertx vertx, Executor workers, InstantSource clock) {
        this.config = config;
        this.vertx = vertx;
        this.workers = workers;
        this.clock = clock;
    }

    /// @throws WrongTarget naming the key
    Courier courier(TargetKeys keys, TargetKind kind) {
        return switch (kind) {
            case FOLDER ->
                    new FolderCourier(
                            TargetDoors.folder(keys), workers, FolderCourier.Renaming.ATOMIC);
            case SFTP -> sftp(keys);
            case MAIL ->
                    new MailCourier(
                            vertx,
                            TargetDoors.mail(keys),
                            config.mailBytesMax().asLongValue(),
                            config.sendMax(),
                            workers);
            case WEBHOOK ->
                    new WebhookCourier(
                            TargetDoors.url(keys),
                            TargetDoors.readable(keys, "secret-file", keys.target().secretFile()),
                            config.sendMax(),
                            clock,
                            workers);
        };
    }

    private Courier sftp(TargetKeys keys) {
        SftpDoor door = TargetDoors.sftp(keys);
        Path credential = TargetDoors.credential(keys);
        return keys.target().keyFile().isPresent()
                ? SftpCourier.byKey(door, credential, workers)
                : SftpCourier.byPassword(door, credential, workers);
    }
}
