"""The registers, each declared once; `every.REGISTERS` holds them all."""
