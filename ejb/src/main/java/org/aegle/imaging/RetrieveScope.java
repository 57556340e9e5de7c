package org.aegle.imaging;

import java.util.List;
import java.util.Optional;
import org.aegle.id.SeriesInstanceUid;
import org.aegle.id.SopInstanceUid;
import org.aegle.id.StudyInstanceUid;

/** What is to be retrieved: a whole study, one of its series, or one instance. */
public sealed interface RetrieveScope {
    StudyInstanceUid study();

    record OfStudy(StudyInstanceUid study) implements RetrieveScope {}

    record OfSeries(StudyInstanceUid study, SeriesInstanceUid series) implements RetrieveScope {}

    record OfInstance(StudyInstanceUid study, SeriesInstanceUid series, SopInstanceUid instance)
            implements RetrieveScope {}

    default Optional<SeriesInstanceUid> findSeries() {
        if (this instanceof OfSeries one) {
            return Optional.of(one.series());
        }
        return this instanceof OfInstance one ? Optional.of(one.series()) : Optional.empty();
    }

    default Optional<SopInstanceUid> findInstance() {
        return this instanceof OfInstance one ? Optional.of(one.instance()) : Optional.empty();
    }

    /** Its UIDs from the outside in. */
    default List<String> uids() {
        return java.util.stream.Stream.of(
                        Optional.of(study().value()),
                        findSeries().map(SeriesInstanceUid::value),
                        findInstance().map(SopInstanceUid::value))
                .flatMap(Optional::stream)
                .toList();
    }
}
