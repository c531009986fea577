import type { ReactElement, ReactNode } from "react";
import { Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";

interface StageModalProps {
  readonly title: string;
  readonly className?: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A sheet over the stage that Escape, a press beside it and its last button close. */
export function StageModal({ title, className = "", onClose, children }: StageModalProps): ReactElement {
  return (
    <ModalOverlay className="st-over" isOpen isDismissable onOpenChange={onClose}>
      <Modal className="st-modal">
        <Dialog className={`stack ${className}`}>
          <Heading slot="title" level={2}>
            {title}
          </Heading>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
