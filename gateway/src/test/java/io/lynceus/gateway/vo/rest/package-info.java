/// What the Virtual Observatory is answered, held against its standards.
package io.lynceus.gateway.vo.rest;
