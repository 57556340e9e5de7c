package org.aegle.dicom.network;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.aegle.dicom.io.TransferSyntax;

/**
 * What an acceptor supports: for each abstract syntax the transfer syntaxes, best first, and whether the requestor may be
 * SCP of it, as C-GET needs. Immutable.
 */
public final class SupportedContexts {
    /** Nothing. */
    public static final SupportedContexts NONE = new SupportedContexts(Map.of(), Set.of());

    private final Map<String, List<TransferSyntax>> transferSyntaxes;
    private final Set<String> scpRoles;

    private SupportedContexts(Map<String, List<TransferSyntax>> transferSyntaxes, Set<String> scpRoles) {
        this.transferSyntaxes = transferSyntaxes;
        this.scpRoles = scpRoles;
    }

    /** The same with an abstract syntax in some transfer syntaxes, best first. */
    public SupportedContexts with(String abstractSyntax, TransferSyntax... syntaxes) {
        return with(List.of(abstractSyntax), Arrays.asList(syntaxes));
    }

    /** The same with abstract syntaxes that share their transfer syntaxes, best first. */
    public SupportedContexts with(Collection<String> abstractSyntaxes, List<TransferSyntax> syntaxes) {
        Map<String, List<TransferSyntax>> more = new HashMap<>(transferSyntaxes);
        List<TransferSyntax> fixed = List.copyOf(syntaxes);
        abstractSyntaxes.forEach(uid -> more.put(uid, fixed));
        return new SupportedContexts(Collections.unmodifiableMap(more), scpRoles);
    }

    /** The same where the requestor may be SCP of some abstract syntaxes when it asks for that role. PS3.7 D.3.3.4. */
    public SupportedContexts withScpRole(Collection<String> abstractSyntaxes) {
        Set<String> more = new HashSet<>(scpRoles);
        more.addAll(abstractSyntaxes);
        return new SupportedContexts(transferSyntaxes, Collections.unmodifiableSet(more));
    }

    boolean supports(String abstractSyntax) {
        return transferSyntaxes.containsKey(abstractSyntax);
    }

    boolean allowsScpRole(String abstractSyntax) {
        return scpRoles.contains(abstractSyntax);
    }

    /** The best transfer syntax among those offered. */
    Optional<TransferSyntax> best(String abstractSyntax, Collection<String> offered) {
        Predicate<TransferSyntax> isOffered = syntax -> offered.contains(syntax.uid());
        return transferSyntaxes.getOrDefault(abstractSyntax, List.of()).stream()
                .filter(isOffered)
                .findFirst();
    }
}
