package org.amanet.evidence;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.amanet.problems.Failures;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * In a bucket of an S3-compatible server. An object is put before the row that refers to it and
 * deleted after it; what a cut leaves over is swept.
 */
@ApplicationScoped
@Typed(BucketBlobs.class)
class BucketBlobs implements BlobStore {
    private static final String PREFIX = "blobs/";
    private static final String REGION = "eu-central-1";
    private static final String BYTES = "application/octet-stream";

    private final Optional<EvidenceConfig.Bucket> bucket;
    private final TransactionSynchronizationRegistry transactions;
    private final EntityManager entities;
    private @Nullable S3Client client;

    BucketBlobs(
            EvidenceConfig config,
            TransactionSynchronizationRegistry transactions,
            EntityManager entities) {
        this.bucket = config.bucket();
        this.transactions = transactions;
        this.entities = entities;
    }

    @Override
    public void put(UUID blob, Staged piece) {
        try {
            long size = piece.size();
            RequestBody body = RequestBody.fromContentProvider(piece::reader, size, BYTES);
            client().putObject(request -> request.bucket(name()).key(key(blob)), body);
        } catch (IOException e) {
            throw new UncheckedIOException("a piece cannot be read", e);
        }
    }

    @Override
    public InputStream open(UUID blob) {
        try {
            return client().getObject(request -> request.bucket(name()).key(key(blob)));
        } catch (NoSuchKeyException e) {
            throw new MissingBlob();
        }
    }

    @Override
    public void destroy(Collection<UUID> blobs) {
        List<UUID> doomed = List.copyOf(blobs);
        transactions.registerInterposedSynchronization(
                new Synchronization() {
                    @Override
                    public void beforeCompletion() {
                        // not yet: it may still be rolled back
                    }

                    @Override
                    public void afterCompletion(int status) {
                        if (status == Status.STATUS_COMMITTED) {
                            doomed.forEach(BucketBlobs.this::delete);
                        }
                    }
                });
    }

    /** What fails here is left over, and swept later. */
    private void delete(UUID blob) {
        try {
            client().deleteObject(request -> request.bucket(name()).key(key(blob)));
        } catch (SdkException e) {
            Failures.log("an object is left over", e);
        }
    }

    @Override
    public void sweep(Instant older) {
        for (ListObjectsV2Response page :
                client().listObjectsV2Paginator(request -> request.bucket(name()).prefix(PREFIX))) {
            List<UUID> old =
                    page.contents().stream()
                            .filter(object -> object.lastModified().isBefore(older))
                            .map(BucketBlobs::blob)
                            .flatMap(Optional::stream)
                            .toList();
            Set<UUID> leftOver = new HashSet<>(old);
            leftOver.removeAll(referredTo(old));
            leftOver.forEach(this::delete);
        }
    }

    private List<?> referredTo(List<UUID> blobs) {
        return blobs.isEmpty()
                ? List.of()
                : entities.createQuery("select blob from Piece where blob in ?1", UUID.class)
                        .setParameter(1, blobs)
                        .getResultList();
    }

    private static String key(UUID blob) {
        return PREFIX + blob;
    }

    private static Optional<UUID> blob(S3Object object) {
        try {
            return Optional.of(UUID.fromString(object.key().substring(PREFIX.length())));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private String name() {
        return configured().name();
    }

    private EvidenceConfig.Bucket configured() {
        return bucket.orElseThrow(
                () -> new IllegalStateException("amanet.evidence.bucket is not configured"));
    }

    private synchronized S3Client client() {
        S3Client made = client;
        if (made == null) {
            made = connected(configured());
            client = made;
        }
        return made;
    }

    /** Checksums beyond the signature are what other servers than Amazon's often lack. */
    private static S3Client connected(EvidenceConfig.Bucket to) {
        AwsBasicCredentials credentials =
                AwsBasicCredentials.create(to.accessKey(), to.secretKey());
        return S3Client.builder()
                .httpClient(UrlConnectionHttpClient.create())
                .region(Region.of(to.region().orElse(REGION)))
                .applyMutation(builder -> to.endpoint().ifPresent(builder::endpointOverride))
                .forcePathStyle(to.inPath().orElse(true))
                .credentialsProvider(StaticCredentialsProvider.create(credentials))
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .build();
    }

    @PreDestroy
    void disconnect() {
        S3Client made = client;
        if (made != null) {
            made.close();
        }
    }
}
