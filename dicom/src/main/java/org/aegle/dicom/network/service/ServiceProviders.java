package org.aegle.dicom.network.service;

import java.util.List;
import java.util.Optional;
import org.aegle.dicom.network.dimse.DimseStatus;

/**
 * What one side of an association performs for the other.
 *
 * @param echo C-ECHO
 * @param store C-STORE
 * @param find C-FIND
 * @param move C-MOVE
 * @param get C-GET
 * @param normalized N-services
 */
public record ServiceProviders(
        EchoProvider echo,
        StoreProvider store,
        FindProvider find,
        MoveProvider move,
        GetProvider get,
        NormalizedProvider normalized) {
    /** C-ECHO alone; all else is an unrecognized operation. */
    public static final ServiceProviders ECHO = new ServiceProviders(
            EchoProvider.SUCCESS,
            operation -> {
                throw unrecognized();
            },
            operation -> {
                throw unrecognized();
            },
            new NoMoveProvider(),
            operation -> {
                throw unrecognized();
            },
            new NormalizedProvider() {});

    private static final class NoMoveProvider implements MoveProvider {
        @Override
        public Optional<RemoteEntity> findDestination(MoveOperation operation) {
            throw unrecognized();
        }

        @Override
        public List<OutgoingInstance> move(MoveOperation operation) {
            throw unrecognized();
        }
    }

    private static DimseRefusal unrecognized() {
        return new DimseRefusal(DimseStatus.UNRECOGNIZED_OPERATION, "");
    }

    /** The same with another provider of C-ECHO. */
    public ServiceProviders withEcho(EchoProvider other) {
        return new ServiceProviders(other, store, find, move, get, normalized);
    }

    /** The same with another provider of C-STORE. */
    public ServiceProviders withStore(StoreProvider other) {
        return new ServiceProviders(echo, other, find, move, get, normalized);
    }

    /** The same with another provider of C-FIND. */
    public ServiceProviders withFind(FindProvider other) {
        return new ServiceProviders(echo, store, other, move, get, normalized);
    }

    /** The same with another provider of C-MOVE. */
    public ServiceProviders withMove(MoveProvider other) {
        return new ServiceProviders(echo, store, find, other, get, normalized);
    }

    /** The same with another provider of C-GET. */
    public ServiceProviders withGet(GetProvider other) {
        return new ServiceProviders(echo, store, find, move, other, normalized);
    }

    /** The same with another provider of N-services. */
    public ServiceProviders withNormalized(NormalizedProvider other) {
        return new ServiceProviders(echo, store, find, move, get, other);
    }
}
