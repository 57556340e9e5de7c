package org.aegle.dicom.network.service;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aegle.dicom.io.Transcoder;
import org.aegle.dicom.io.TransferSyntax;

/** Plans the associations that instances need to be stored: which contexts, and which instances go over which. */
public final class StorageOffers {
    private static final List<TransferSyntax> NATIVE =
            List.of(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN);

    private StorageOffers() {}

    /** A SOP class in one transfer syntax. */
    private record Need(String sopClassUid, TransferSyntax transferSyntax) {}

    /**
     * The offers with their instances, in the order of the instances. Each SOP class gets a context of its own for each
     * transfer syntax, so that an acceptor cannot choose one that fits only some of the instances.
     */
    public static Map<AssociationOffer, List<OutgoingInstance>> plan(
            List<OutgoingInstance> instances, Transcoder transcoder) {
        Map<AssociationOffer, List<OutgoingInstance>> plan = new LinkedHashMap<>();
        Set<Need> needs = new LinkedHashSet<>();
        List<OutgoingInstance> group = new ArrayList<>();
        for (OutgoingInstance instance : instances) {
            Set<Need> more = new LinkedHashSet<>(needs);
            more.addAll(needs(instance, transcoder));
            if (more.size() > AssociationOffer.MOST_CONTEXTS) {
                addTo(plan, needs, group);
                group = new ArrayList<>();
                more = needs(instance, transcoder);
            }
            needs = more;
            group.add(instance);
        }
        addTo(plan, needs, group);
        return plan;
    }

    private static void addTo(
            Map<AssociationOffer, List<OutgoingInstance>> plan, Set<Need> needs, List<OutgoingInstance> group) {
        AssociationOffer offer = AssociationOffer.NONE;
        for (Need need : needs) {
            offer = offer.with(need.sopClassUid(), need.transferSyntax());
        }
        plan.computeIfAbsent(offer, key -> new ArrayList<>()).addAll(group);
    }

    private static Set<Need> needs(OutgoingInstance instance, Transcoder transcoder) {
        Set<Need> needs = new LinkedHashSet<>();
        needs.add(new Need(instance.sopClassUid(), instance.transferSyntax()));
        for (TransferSyntax syntax : NATIVE) {
            if (transcoder.supports(instance.transferSyntax(), syntax)) {
                needs.add(new Need(instance.sopClassUid(), syntax));
            }
        }
        return needs;
    }
}
