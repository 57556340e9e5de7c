package org.aegle.settings;

import java.net.URI;
import java.nio.file.Path;

/** Where sealed objects lie (AEGLE_BLOB_STORE). */
public sealed interface BlobPlace {
    /** For an administrator to read; holds no secret. */
    String display();

    /** A folder of this machine, or one that it mounts ({@code file:FOLDER}). */
    record Folder(Path path) implements BlobPlace {
        @Override
        public String display() {
            return "file:" + path;
        }
    }

    /**
     * A bucket of an S3 server ({@code s3://BUCKET/PREFIX}).
     *
     * @param prefix what all names there begin with, empty or ending with a slash
     * @param endpoint address of the server (AEGLE_S3_ENDPOINT); without a path for Amazon's own
     * @param region its region (AEGLE_S3_REGION)
     * @param accessKey AEGLE_S3_ACCESS_KEY
     * @param secretKey AEGLE_S3_SECRET_KEY
     */
    record Bucket(String bucket, String prefix, URI endpoint, String region, String accessKey, String secretKey)
            implements BlobPlace {
        @Override
        public String display() {
            return "s3://" + bucket + "/" + prefix + " (" + endpoint + ")";
        }

        @Override
        public String toString() {
            return "Bucket[" + display() + "]";
        }
    }
}
