package org.aegle.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import org.aegle.storage.BlobVault;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** There is room for what arrives. */
@Readiness
@ApplicationScoped
public class StagingReady implements HealthCheck {
    @Inject
    private BlobVault vault;

    @Override
    public HealthCheckResponse call() {
        try {
            return HealthCheckResponse.named("staging space")
                    .status(vault.hasRoom())
                    .build();
        } catch (IOException e) {
            return HealthCheckResponse.down("staging space");
        }
    }
}
