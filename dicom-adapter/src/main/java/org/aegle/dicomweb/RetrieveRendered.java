package org.aegle.dicomweb;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.aegle.dicom.image.RenderRequest;
import org.aegle.imaging.EncapsulatedDocuments;
import org.aegle.imaging.ObjectBytes;
import org.aegle.imaging.RetrievableInstance;
import org.aegle.imaging.Retrieval;
import org.aegle.imaging.RetrieveScope;
import org.aegle.imaging.rendition.PictureRequest;
import org.aegle.refusal.NotSupported;

/**
 * WADO-RS: rendered studies, series, instances and frames (PS3.18 10.4.1.1.3). An instance as a single picture is its
 * first frame; several pictures come as multipart/related. An encapsulated PDF is rendered as itself.
 */
@RequestScoped
@Path("/")
public class RetrieveRendered {
    @Inject
    private Retrieval retrieval;

    @Inject
    private ObjectBytes bytes;

    @Inject
    private EncapsulatedDocuments documents;

    @Inject
    private RenderedPictures pictures;

    @Inject
    private RequestCaller caller;

    @Context
    private HttpHeaders headers;

    @Context
    private UriInfo uri;

    @GET
    @Path("studies/{study}/rendered")
    public Response study(@BeanParam RequestedScope requested, @BeanParam RenderParameters parameters)
            throws IOException {
        return all(requested.get(), parameters.get());
    }

    @GET
    @Path("studies/{study}/series/{series}/rendered")
    public Response series(@BeanParam RequestedScope requested, @BeanParam RenderParameters parameters)
            throws IOException {
        return all(requested.get(), parameters.get());
    }

    @GET
    @Path("studies/{study}/series/{series}/instances/{instance}/rendered")
    public Response instance(@BeanParam RequestedScope requested, @BeanParam RenderParameters parameters)
            throws IOException {
        RenderRequest request = parameters.get();
        RetrievableInstance found = find(requested.get(), "rendered").get(0);
        if (EncapsulatedDocuments.isPdf(found)) {
            return document(found);
        }
        PictureForm form = form(PictureForm.OFFERED);
        List<RenderedPictures.Picture> shown = pictures(found).toList();
        return answer(form, request, form.multipart() ? shown : shown.subList(0, Math.min(1, shown.size())));
    }

    @GET
    @Path("studies/{study}/series/{series}/instances/{instance}/frames/{frames}/rendered")
    public Response frames(
            @BeanParam RequestedScope requested,
            @PathParam("frames") String list,
            @BeanParam RenderParameters parameters)
            throws IOException {
        RenderRequest request = parameters.get();
        RetrievableInstance found =
                find(requested.get(), "rendered frames " + list).get(0);
        List<RenderedPictures.Picture> shown = FrameNumbers.parse(list, bytes.frameCount(found)).stream()
                .map(number -> new RenderedPictures.Picture(found, number))
                .toList();
        return answer(form(PictureForm.OFFERED), request, shown);
    }

    private Response all(RetrieveScope scope, RenderRequest request) throws IOException {
        PictureForm form = form(PictureForm.OFFERED);
        return answer(
                form,
                request,
                find(scope, "rendered").stream().flatMap(this::pictures).toList());
    }

    private Response answer(PictureForm form, RenderRequest request, List<RenderedPictures.Picture> shown)
            throws IOException {
        if (shown.isEmpty()) {
            throw new NotSupported("a picture of what has no image");
        }
        if (form.single() && shown.size() > 1) {
            throw new NotSupported("a single part for " + shown.size() + " pictures");
        }
        PictureRequest picture = new PictureRequest(request, form.type());
        return form.multipart() || shown.size() > 1
                ? pictures.multipart(shown, picture, uri)
                : pictures.single(shown.get(0), picture);
    }

    private Response document(RetrievableInstance found) throws IOException {
        AcceptedTypes.of(headers, uri)
                .get(
                        accepted -> accepted.is(EncapsulatedDocuments.PDF)
                                ? Optional.of(EncapsulatedDocuments.PDF)
                                : Optional.empty(),
                        EncapsulatedDocuments.PDF);
        return Response.ok(documents.get(found), EncapsulatedDocuments.PDF)
                .header("Content-Disposition", "inline; filename=\"" + found.uid() + ".pdf\"")
                .header("Vary", "Accept")
                .build();
    }

    private PictureForm form(String offered) {
        return AcceptedTypes.of(headers, uri).get(PictureForm::find, offered);
    }

    private List<RetrievableInstance> find(RetrieveScope scope, String what) {
        return retrieval.instances(caller.get(), scope, what);
    }

    private Stream<RenderedPictures.Picture> pictures(RetrievableInstance instance) {
        int count = instance.frames() == 0 ? 0 : bytes.frameCount(instance);
        return IntStream.rangeClosed(1, count).mapToObj(number -> new RenderedPictures.Picture(instance, number));
    }
}
