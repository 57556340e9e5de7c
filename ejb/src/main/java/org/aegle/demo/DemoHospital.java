package org.aegle.demo;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;

@Stateless
@PermitAll
public class DemoHospital {
    public void open(String password) {}
}
