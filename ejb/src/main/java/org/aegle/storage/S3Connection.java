package org.aegle.storage;

import java.time.Duration;
import org.aegle.settings.BlobPlace;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Opens a client to an S3 server and makes sure that its bucket can be used. */
final class S3Connection {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration SILENCE = Duration.ofSeconds(30);

    private S3Connection() {}

    static S3Client open(BlobPlace.Bucket place) {
        S3Client client = client(place);
        try {
            client.headBucket(request -> request.bucket(place.bucket()));
            return client;
        } catch (S3Exception e) {
            client.close();
            throw fault(place, e);
        } catch (SdkException e) {
            client.close();
            throw new StoreFault("AEGLE_S3_ENDPOINT " + place.endpoint() + " cannot be reached", e);
        }
    }

    private static S3Client client(BlobPlace.Bucket place) {
        return S3Client.builder()
                .endpointOverride(place.endpoint())
                .region(Region.of(place.region()))
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(place.accessKey(), place.secretKey())))
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECT)
                        .socketTimeout(SILENCE))
                // The bucket in the path is what every server understands. Checksums are our own: MD5 of each body,
                // which every server checks, where the newer trailing ones are refused by many.
                .forcePathStyle(true)
                .serviceConfiguration(configuration -> configuration.chunkedEncodingEnabled(false))
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                // Nothing but Aegle's own settings counts, whatever lies in a home folder of this machine.
                .overrideConfiguration(configuration -> configuration.defaultProfileFile(
                        ProfileFile.aggregator().build()))
                .build();
    }

    private static StoreFault fault(BlobPlace.Bucket place, S3Exception e) {
        String where = " at " + place.endpoint();
        return switch (e.statusCode()) {
            case 404 ->
                new StoreFault(
                        "AEGLE_BLOB_STORE names the bucket " + place.bucket() + ", which does not exist" + where);
            case 401, 403 ->
                new StoreFault(
                        "AEGLE_S3_ACCESS_KEY and AEGLE_S3_SECRET_KEY do not open the bucket " + place.bucket() + where);
            case 301, 307, 400 ->
                new StoreFault("AEGLE_S3_REGION " + place.region() + " is not that of the bucket " + place.bucket()
                        + where + ", or the keys are malformed");
            default -> new StoreFault("The bucket " + place.bucket() + where + " cannot be used", e);
        };
    }
}
