package org.aegle.imaging.transfer;

import java.io.Serializable;

/**
 * How much went one way.
 *
 * @param instances objects
 * @param bytes of them as they went
 */
public record Volume(int instances, long bytes) implements Serializable {
    static final Volume NONE = new Volume(0, 0);

    Volume plus(Volume more) {
        return new Volume(instances + more.instances, bytes + more.bytes);
    }
}
