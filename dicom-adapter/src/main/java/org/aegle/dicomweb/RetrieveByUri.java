package org.aegle.dicomweb;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.aegle.dicom.io.TransferSyntax;
import org.aegle.imaging.EncapsulatedDocuments;
import org.aegle.imaging.RetrievableInstance;
import org.aegle.imaging.Retrieval;
import org.aegle.imaging.rendition.AnonymousObjects;
import org.aegle.imaging.rendition.ImageAttributes;
import org.aegle.imaging.rendition.ObjectContent;
import org.aegle.imaging.rendition.PictureRequest;
import org.aegle.imaging.rendition.PictureType;
import org.aegle.imaging.rendition.TranscodedObjects;
import org.aegle.imaging.transfer.Door;
import org.aegle.refusal.Invalid;
import org.aegle.refusal.NotSupported;

/** WADO-URI: one object, its picture or its document by the parameters of a query (PS3.18 9). */
@RequestScoped
@Path("wado")
public class RetrieveByUri {
    @Inject
    private Retrieval retrieval;

    @Inject
    private TranscodedObjects objects;

    @Inject
    private AnonymousObjects anonymous;

    @Inject
    private ImageAttributes attributes;

    @Inject
    private EncapsulatedDocuments documents;

    @Inject
    private RenderedPictures pictures;

    @Inject
    private LoggedTransfers transfers;

    @Inject
    private RequestCaller caller;

    @GET
    public Response retrieve(
            @BeanParam RequestedObject requested,
            @BeanParam UriParameters parameters,
            @QueryParam("contentType") String contentType,
            @QueryParam("transferSyntax") String transferSyntax,
            @QueryParam("anonymize") String anonymize)
            throws IOException {
        boolean nameless = "yes".equals(anonymize);
        if (anonymize != null && !nameless) {
            throw new Invalid("anonymize", "must be yes where it is there");
        }
        RetrievableInstance found = retrieval
                .instances(caller.get(), requested.get(), nameless ? "de-identified object" : "object by WADO-URI")
                .get(0);
        String type = type(contentType, found, parameters.findFrame().isPresent());
        if (type.equals(ObjectForm.DICOM)) {
            return object(found, transferSyntax, nameless);
        }
        if (nameless) {
            throw new Invalid("anonymize", "goes with contentType=" + ObjectForm.DICOM + " only");
        }
        return type.equals(EncapsulatedDocuments.PDF)
                ? Response.ok(documents.get(found), type).build()
                : picture(found, parameters, type);
    }

    /** The first of the types that it can have; where none is named, the usual one. PS3.18 9.4.1.1, 8.7.4. */
    private static String type(String contentType, RetrievableInstance found, boolean frame) {
        List<String> had = EncapsulatedDocuments.isPdf(found)
                ? List.of(EncapsulatedDocuments.PDF, ObjectForm.DICOM)
                : found.frames() == 0
                        ? List.of(ObjectForm.DICOM)
                        : List.of(PictureType.JPEG.mediaType(), PictureType.PNG.mediaType(), ObjectForm.DICOM);
        if (contentType == null || contentType.isEmpty()) {
            return found.frames() > 1 && !frame ? ObjectForm.DICOM : had.get(0);
        }
        return Arrays.stream(contentType.split(","))
                .map(one -> one.replaceFirst(";.*", "").strip())
                .map(one -> had.stream()
                        .filter(new AcceptedType(false, one, "")::is)
                        .findFirst())
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> new NotSupported("any other contentType than " + String.join(", ", had)));
    }

    private Response object(RetrievableInstance found, String transferSyntax, boolean nameless) throws IOException {
        if (nameless && transferSyntax != null) {
            throw new Invalid("transferSyntax", "does not go with anonymize");
        }
        ObjectContent content = nameless ? anonymous.begin(found) : objects.begin(found, syntax(found, transferSyntax));
        String name = nameless ? "anonymous" : found.uid().value();
        StreamingOutput body = transfers.send(Door.WADO, (out, sent) -> {
            content.writing().writeTo(out);
            sent.accept(found);
        });
        return Response.ok(body, ObjectForm.DICOM)
                .header("Content-Disposition", "attachment; filename=\"" + name + ".dcm\"")
                .build();
    }

    /** Explicit VR Little Endian unless another is named. PS3.18 9.4.1.2. */
    private static TransferSyntax syntax(RetrievableInstance found, String named) {
        return new ObjectForm(ObjectForm.Container.SINGLE, List.of(named == null ? "" : named)).syntax(found);
    }

    private Response picture(RetrievableInstance found, UriParameters parameters, String type) throws IOException {
        PictureType file = Arrays.stream(PictureType.values())
                .filter(one -> one.mediaType().equals(type))
                .findFirst()
                .orElseThrow();
        PictureRequest request = new PictureRequest(parameters.get(attributes.of(found)), file);
        return pictures.single(
                new RenderedPictures.Picture(found, request.shown().frameNumber()), request);
    }
}
