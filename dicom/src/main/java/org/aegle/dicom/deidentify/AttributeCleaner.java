package org.aegle.dicom.deidentify;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.PrivateBlocks;
import org.aegle.dicom.data.Sequence;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.VR;
import org.aegle.dicom.dictionary.ElementDictionary;

/**
 * Makes the clean copy of one object's attributes, items of sequences included. Values by reference stay references. One
 * use, one thread. PS3.15 E.1.1.
 */
final class AttributeCleaner {
    private final DeidentificationProfile profile;
    private final LeafValues leaves;
    private final Set<DeidentificationFinding> findings = EnumSet.noneOf(DeidentificationFinding.class);

    AttributeCleaner(DeidentificationProfile profile, LeafValues leaves) {
        this.profile = profile;
        this.leaves = leaves;
    }

    Set<DeidentificationFinding> findings() {
        return findings;
    }

    /** The clean copy of a data set. */
    Attributes clean(Attributes set) {
        return clean(set, false);
    }

    /** Within what is cleaned rather than kept, coded entries go by their terminology. */
    private Attributes clean(Attributes set, boolean judgesCodes) {
        Attributes out = new Attributes();
        for (int tag : set.tags()) {
            boolean groupLength = (tag & 0xFFFF) == 0;
            if (!groupLength && PrivateBlocks.isPrivate(tag)) {
                cleanPrivate(set, tag, out);
            } else if (!groupLength && isOfItsKind(set, tag)) {
                ConfidentialityRule rule = ConfidentialityTable.standard().rule(tag);
                apply(rule.action(profile.options()), rule, new Element(set, tag, judgesCodes), out);
            }
        }
        if (out.contains(Tag.EncapsulatedDocument) && out.contains(Tag.EncapsulatedDocumentLength)) {
            out.setLong(Tag.EncapsulatedDocumentLength, VR.UL, out.getBytes(Tag.EncapsulatedDocument).length);
        }
        return out;
    }

    /** Items where none belong, or bytes in place of items, could hold anything: such an element goes. */
    private static boolean isOfItsKind(Attributes set, int tag) {
        boolean items = ElementDictionary.standard().vr(tag) == VR.SQ;
        return items == set.findSequence(tag).isPresent() || !set.containsValue(tag);
    }

    private record Element(Attributes set, int tag, boolean judgesCodes) {
        Optional<Sequence> items() {
            return set.findSequence(tag);
        }
    }

    private void apply(Action action, ConfidentialityRule rule, Element element, Attributes out) {
        boolean done = element.items().isPresent()
                ? applyToItems(action, element, out)
                : applyToValue(action, element.set(), element.tag(), out);
        if (!done) {
            apply(rule.basic(), ConfidentialityRule.REMOVE, element, out);
        }
    }

    /** False when nothing may stay of what an option would retain. */
    private boolean applyToValue(Action action, Attributes set, int tag, Attributes out) {
        switch (action) {
            case REMOVE -> noteRemoved(tag);
            case EMPTY -> leaves.empty(set, tag, out);
            case DUMMY -> {
                if (tag == Tag.EncapsulatedDocument) {
                    findings.add(DeidentificationFinding.DOCUMENT_BLANKED);
                }
                leaves.dummy(set, tag, out);
            }
            case REMAP -> leaves.remap(set, tag, out);
            case KEEP -> {
                return leaves.keep(set, tag, out);
            }
            case CLEAN -> {
                return leaves.clean(set, tag, out);
            }
        }
        return true;
    }

    private void noteRemoved(int tag) {
        if (tag >>> 24 == 0x60) {
            findings.add(DeidentificationFinding.OVERLAYS_REMOVED);
        }
    }

    private boolean applyToItems(Action action, Element element, Attributes out) {
        int tag = element.tag();
        switch (action) {
            case REMOVE -> noteRemoved(tag);
            case EMPTY -> emptyItems(tag, out);
            case DUMMY -> dummyItems(element, out);
            case REMAP, KEEP -> cleanItems(element, element.judgesCodes(), out);
            case CLEAN -> cleanItems(element, true, out);
        }
        return true;
    }

    /** Referenced Study Sequence may be absent from every module, and empty in none. PS3.3 C.7.2.1, 10.6. */
    private static void emptyItems(int tag, Attributes out) {
        if (tag != Tag.ReferencedStudySequence) {
            out.setNull(tag, VR.SQ);
        }
    }

    private void dummyItems(Element element, Attributes out) {
        int tag = element.tag();
        if (element.items().orElseThrow().isEmpty()) {
            out.setNull(tag, VR.SQ);
            return;
        }
        switch (tag) {
            case Tag.ContentSequence -> {
                findings.add(DeidentificationFinding.CONTENT_REPLACED);
                out.newSequence(tag, 1).add(StructuredContent.dummy());
            }
            case Tag.PersonIdentificationCodeSequence, Tag.InstitutionCodeSequence ->
                out.newSequence(tag, 1).add(CodedEntries.dummy());
            case Tag.GraphicAnnotationSequence -> {
                cleanItems(element, true, out);
                out.getSequence(tag).forEach(GraphicAnnotations::blank);
            }
            default -> cleanItems(element, true, out);
        }
    }

    private void cleanItems(Element element, boolean judgesCodes, Attributes out) {
        Sequence items = element.items().orElseThrow();
        Sequence clean = out.newSequence(element.tag(), items.size());
        for (Attributes item : items) {
            boolean withheld =
                    element.tag() == Tag.ContentSequence && StructuredContent.isWithheld(item, profile.options());
            if (judgesCodes && CodedEntries.isCode(item) && !CodedEntries.isPublic(item)) {
                clean.add(CodedEntries.dummy());
            } else if (!withheld) {
                clean.add(clean(item, judgesCodes));
            }
        }
    }

    /** Creators come along with their elements. PS3.15 E.3.10. */
    private void cleanPrivate(Attributes set, int tag, Attributes out) {
        if (!profile.has(ProfileOption.RETAIN_SAFE_PRIVATE) || PrivateBlocks.isCreator(tag)) {
            return;
        }
        set.privateBlocks()
                .findCreator(tag)
                .filter(creator -> profile.safePrivateElements().contains(creator, tag))
                .ifPresent(creator -> {
                    out.setString(creatorTag(tag), VR.LO, creator);
                    keepPrivate(set, tag, out);
                });
    }

    private void keepPrivate(Attributes set, int tag, Attributes out) {
        Element element = new Element(set, tag, true);
        if (element.items().isPresent()) {
            cleanItems(element, true, out);
        } else if (set.getVR(tag) == VR.UI && !profile.has(ProfileOption.RETAIN_UIDS)) {
            leaves.remap(set, tag, out);
        } else {
            leaves.keep(set, tag, out);
        }
    }

    private static int creatorTag(int tag) {
        return tag & 0xFFFF_0000 | tag >>> 8 & 0xFF;
    }
}
