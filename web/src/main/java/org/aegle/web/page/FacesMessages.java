package org.aegle.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIInput;
import jakarta.faces.component.visit.VisitContext;
import jakarta.faces.component.visit.VisitResult;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import java.util.Optional;
import org.aegle.refusal.Conflict;
import org.aegle.refusal.Invalid;
import org.aegle.refusal.NotFound;
import org.aegle.refusal.NotPermitted;
import org.aegle.refusal.NotSupported;
import org.aegle.refusal.Refusal;
import org.aegle.refusal.TooLarge;
import org.aegle.refusal.Unavailable;
import org.aegle.refusal.Violation;
import org.aegle.web.format.Texts;

/**
 * How the portal says no: each kind of refusal in the person's words, beside the field where it names one. A field tells
 * the path it stands for by its attribute {@code path}.
 */
@RequestScoped
public class FacesMessages {
    @Inject
    private FacesContext faces;

    @Inject
    private Texts texts;

    /** Adds what a refusal means to the page. */
    public void add(Refusal refusal) {
        if (refusal instanceof Invalid invalid) {
            invalid.violations().forEach(this::addViolation);
        } else {
            error("", text(refusal));
        }
    }

    /** A short confirmation. */
    public void confirm(String key, Object... values) {
        faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_INFO, texts.get(key, values), ""));
    }

    /** A short confirmation that the next page shows. */
    public void confirmThere(String key, Object... values) {
        faces.getExternalContext().getFlash().setKeepMessages(true);
        confirm(key, values);
    }

    /** HTTP status of a page that cannot be opened. */
    static int status(Refusal refusal) {
        if (refusal instanceof NotFound) {
            return 404;
        } else if (refusal instanceof NotPermitted) {
            return 403;
        } else if (refusal instanceof Unavailable) {
            return 503;
        } else if (refusal instanceof Invalid || refusal instanceof TooLarge || refusal instanceof NotSupported) {
            return 400;
        } else if (refusal instanceof Conflict) {
            return 409;
        }
        throw new IllegalArgumentException("unmapped refusal", refusal);
    }

    String text(Refusal refusal) {
        if (refusal instanceof NotFound) {
            return texts.get("refusal.notFound");
        } else if (refusal instanceof NotPermitted) {
            return texts.get("refusal.notPermitted");
        } else if (refusal instanceof Unavailable) {
            return texts.get("refusal.unavailable");
        } else if (refusal instanceof TooLarge large) {
            return texts.get("refusal.tooLarge", large.allowed());
        } else if (refusal instanceof NotSupported) {
            return texts.get("refusal.notSupported");
        } else if (refusal instanceof Conflict conflict) {
            return texts.get("refusal.conflict." + conflict.reason(), conflict.subject());
        } else if (refusal instanceof Invalid) {
            return texts.get("refusal.invalid");
        }
        throw new IllegalArgumentException("unmapped refusal", refusal);
    }

    private void addViolation(Violation violation) {
        String key = "violation." + violation.path();
        String text =
                texts.has(key) ? texts.get(key) : texts.get("violation.other", violation.path(), violation.rule());
        error(violation.path(), text);
    }

    private void error(String path, String text) {
        Optional<UIInput> field = path.isEmpty() ? Optional.empty() : field(path);
        field.ifPresent(f -> f.setValid(false));
        faces.addMessage(
                field.map(f -> f.getClientId(faces)).orElse(null),
                new FacesMessage(FacesMessage.SEVERITY_ERROR, text, text));
    }

    private Optional<UIInput> field(String path) {
        UIInput[] found = new UIInput[1];
        faces.getViewRoot().visitTree(VisitContext.createVisitContext(faces), (context, component) -> {
            if (isField(component, path)) {
                found[0] = (UIInput) component;
                return VisitResult.COMPLETE;
            }
            return VisitResult.ACCEPT;
        });
        return Optional.ofNullable(found[0]);
    }

    private static boolean isField(UIComponent component, String path) {
        return component instanceof UIInput
                && path.equals(component.getAttributes().get("path"));
    }
}
