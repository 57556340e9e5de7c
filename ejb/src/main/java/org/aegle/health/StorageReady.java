package org.aegle.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import org.aegle.storage.BlobVault;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** The blob store takes an object and gives it back. */
@Readiness
@ApplicationScoped
public class StorageReady implements HealthCheck {
    @Inject
    private BlobVault vault;

    @Override
    public HealthCheckResponse call() {
        try {
            vault.probe();
            return HealthCheckResponse.up("blob store");
        } catch (IOException | RuntimeException e) {
            return HealthCheckResponse.down("blob store");
        }
    }
}
